import { LiveConsole } from "./live-console";
import { LiveScreen } from "./live-screen";

const elements = { "live-screen": LiveScreen, "live-console": LiveConsole };

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}
