"""Priority: risk × impact, what scores mean, and what is most urgent."""
