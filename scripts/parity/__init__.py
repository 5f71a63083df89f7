"""Compare the contract with the types of the vendor's installed SDK."""
