"""The roadmap's facts from and to other forms."""
