// Brings the pinned package into the cache: node fetch.mjs <home>. Safe to run from many builds at once: the folder
// appears whole by one rename, and whoever comes second finds it there. The lock only spares a second download.
import { spawnSync } from "node:child_process";
import {
  cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(fileURLToPath(import.meta.url));
const packageName = "com.github.asus4.onnxruntime";
const wanted = ["Runtime", "Plugins/Linux/x64/libonnxruntime.so", "LICENSE", "ThirdPartyNotices.txt", "package.json"];
const lockLifetimeMs = 600_000;

const home = process.argv[2];
const lock = `${home}.lock`;
const holder = `${hostname()} ${process.pid}`;
const staging = `${home}.${hostname()}.${process.pid}`;

function isAlive(pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

// What a killed build on this machine left half done.
function sweep() {
  const prefix = `${basename(home)}.${hostname()}.`;
  for (const name of readdirSync(dirname(home)).filter(name => name.startsWith(prefix))) {
    if (!isAlive(name.slice(prefix.length))) {
      rmSync(join(dirname(home), name), { recursive: true, force: true });
    }
  }
}

function lockIsAbandoned() {
  try {
    const [host, pid] = readFileSync(lock, "utf8").split(" ");
    const holderIsDead = host === hostname() && Boolean(pid) && !isAlive(pid);
    return holderIsDead || Date.now() - statSync(lock).mtimeMs > lockLifetimeMs;
  } catch (error) {
    return error.code === "ENOENT";
  }
}

function takeLock() {
  while (!existsSync(home)) {
    try {
      writeFileSync(lock, holder, { flag: "wx" });
      return true;
    } catch (error) {
      if (error.code !== "EEXIST") {
        throw error;
      }
    }
    if (lockIsAbandoned()) {
      rmSync(lock, { force: true });
    } else {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  return false;
}

// One line for the build's error message; npm writes its code first and its reason second.
function firstWords(text) {
  const lines = text.split("\n").filter(line => line.startsWith("npm error"));
  return lines.length > 0 ? lines.slice(0, 3).map(line => line.slice("npm error ".length)).join(", ") : undefined;
}

function fetchPackage() {
  mkdirSync(staging, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) {
    cpSync(join(project, file), join(staging, file));
  }
  // npm ci checks the download against the integrity in the committed lock file.
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: staging, encoding: "utf8" });
  if (npm.status !== 0) {
    throw new Error(npm.error?.message ?? firstWords(npm.stderr) ?? `npm ended with ${npm.status ?? npm.signal}`);
  }
  for (const path of wanted) {
    const target = join(staging, "kept", path);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(staging, "node_modules", packageName, path), target);
  }
}

function publish() {
  try {
    renameSync(join(staging, "kept"), home);
  } catch (error) {
    if (!existsSync(home)) {
      throw error;
    }
  }
}

mkdirSync(dirname(home), { recursive: true });
if (takeLock()) {
  try {
    sweep();
    fetchPackage();
    publish();
  } catch (error) {
    console.log(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(staging, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}
