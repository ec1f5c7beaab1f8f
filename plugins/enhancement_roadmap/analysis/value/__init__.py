"""Value: what an enhancement costs, what it brings, and when it pays."""
