// The one door to every command (see package.json). It runs before anything is installed, on whatever Node the
// person has: so no package is imported here, and nothing newer than plain ES modules until the version is known.
import { refuseOldNode } from "./launch/node-version.js";

refuseOldNode();

import("./launch/main.js").then(function (launcher) {
  return launcher.main(process.argv.slice(2));
});
