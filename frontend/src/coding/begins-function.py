def mine(x, factor=2.0):
    return x * factor
