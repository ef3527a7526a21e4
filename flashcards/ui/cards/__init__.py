"""Cards drawn natively: documents, formulas and the view that shows them."""
