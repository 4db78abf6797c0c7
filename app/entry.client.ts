// All the JavaScript that pages ship: custom elements over forms that work without them. Nothing is hydrated.
import "~/ui/elements";
