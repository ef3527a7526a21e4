"""The Cards page: all cards in a list, searched, sorted, and acted on."""
