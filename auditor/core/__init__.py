"""Pure data: what the stages of an audit hand to each other. No input or output, no model, no clock."""
