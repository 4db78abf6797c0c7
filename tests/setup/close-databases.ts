import { afterAll } from "vitest";
import { closeDatabases } from "./database";

afterAll(closeDatabases);
