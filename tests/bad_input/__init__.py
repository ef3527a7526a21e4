"""What people and machines do wrong, through the real program."""
