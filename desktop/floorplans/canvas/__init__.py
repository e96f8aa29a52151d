"""The drawing on the screen: a widget that paints a storey and hands the pointer to a tool."""
