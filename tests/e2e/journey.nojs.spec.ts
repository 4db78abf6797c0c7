import { test } from "../setup/people";
import { journeys } from "./journey";

test.use({ reducedMotion: "reduce" });
test.describe.configure({ mode: "parallel" });

journeys();
