"""slim: argument scopes, its networks, what stacks and repeats layers."""
