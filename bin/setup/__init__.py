"""What the commands in bin/ do. Standard library only: it runs before anything is installed."""
