// npm test [-- STAGE…] [ARGUMENTS]: all that must hold, on a fresh clone too. STAGE is one or more of typecheck, lint,
// unit, integration, build, faults, e2e, or quick, which takes of each what answers within a minute; further arguments go
// to the stage's own tool:
//   npm test -- integration closing        the integration tests whose file name contains "closing"
//   npm test -- e2e --headed
import { refuseOldNode } from "../app/cli/launch/node-version.js";

refuseOldNode();

import("./setup/stages.js").then(function (stages) {
  return stages.runStages(process.argv.slice(2));
});
