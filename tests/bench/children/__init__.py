"""What runs in processes of its own: real windows, and the bare ones they are compared with."""
