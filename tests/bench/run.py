#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures modelcrate-cli beside oras and skopeo, all in one run, and prints a table.

    run.py --bin FOLDER [--size MIB] [--rounds N] [--without PEER]... [--only CASE]

FOLDER holds modelcrate-cli and bench_sink. Each case runs once to warm up, then N times; best and median are printed.
Trust the ratios, not the seconds: the machine may be shared. Columns: wall seconds, CPU seconds of the client for each
GiB, bytes read from files for each byte of the model, MiB written to disk by the client, peak MiB of memory (from
/proc/PID). What a program reads from a socket counts as read or not, depending on the call it uses, so pulls have no
"read".

Every push to docker-registry goes to a new and empty one: skopeo remembers what it has seen where and would send nothing.
"""

import argparse
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

GIB = 1 << 30
PEERS = Path(os.environ.get("MODELCRATE_PEERS", Path.home() / ".cache/modelcrate-peers/bin"))


class Measurement:
    def __init__(self, wall, cpu, read, written, peak):
        self.wall, self.cpu, self.read, self.written, self.peak = wall, cpu, read, written, peak


def run_measured(command, environment=None, folder=None):
    started = time.monotonic()
    process = subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    counters = {"rchar": 0, "write_bytes": 0, "VmHWM": 0}

    def sample(name):
        try:
            for line in Path(f"/proc/{process.pid}/{name}").read_text().splitlines():
                key, _, value = line.partition(":")
                if key in counters:
                    counters[key] = int(value.split()[0])
        except OSError:
            pass

    # Not ru_maxrss: that is never below what this script itself had when it forked.
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        sample("status")
        sample("io")
        time.sleep(0.01)
    wall = time.monotonic() - started
    sample("io")  # a zombie still has it
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(map(str, command))} failed: {process.stderr.read().decode()[-2000:]}")
    process.stderr.close()
    return Measurement(wall, usage.ru_utime + usage.ru_stime, counters["rchar"], counters["write_bytes"], counters["VmHWM"] / 1024)


class Server:
    """A server process that ends with the block."""

    def __init__(self, command, port=None):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.port = port or int(self.process.stdout.readline())
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                if time.monotonic() > deadline:
                    raise SystemExit(f"{command[0]} does not listen")
                time.sleep(0.05)

    @property
    def host(self):
        return f"127.0.0.1:{self.port}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def docker_registry(folder):
    folder.mkdir(parents=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = folder / "registry.yml"
    config.write_text(f"""version: 0.1
log: {{level: error, accesslog: {{disabled: true}}}}
storage: {{filesystem: {{rootdirectory: "{folder}/registry"}}, delete: {{enabled: true}}}}
http: {{addr: "127.0.0.1:{port}", secret: bench}}
""")
    return Server(["docker-registry", "serve", str(config)], port)


def make_model(folder, mebibytes):
    """Four files that do not compress, together `mebibytes`."""
    folder.mkdir()
    block = random.Random(1).randbytes(1 << 20)
    for number in range(4):
        with (folder / f"model-{number}.bin").open("wb") as file:
            for index in range(mebibytes // 4):
                file.write(number.to_bytes(8, "little") + index.to_bytes(8, "little") + block[16:])
    return sum(path.stat().st_size for path in folder.iterdir())


def make_many(folder, count):
    for number in range(count):
        path = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            path.mkdir(parents=True)
        suffix = (".json", ".txt", ".safetensors", ".py", ".csv")[number % 5]
        (path / f"file-{number}{suffix}").touch()


class Bench:
    def __init__(self, arguments, folder):
        self.arguments, self.folder = arguments, folder
        self.cli = str(Path(arguments.bin).resolve() / "modelcrate-cli")
        self.rows = []
        self.tools = {}
        for name, path in (("oras", PEERS / "oras"), ("skopeo", shutil.which("skopeo"))):
            if name in arguments.without:
                continue
            if not path or not Path(path).exists():
                raise SystemExit(f"{name} is missing; say --without {name} to go on")
            self.tools[name] = str(path)
        self.counter = 0

    def environment(self, cache):
        return {**os.environ, "HOME": str(self.folder / "home"), "XDG_CACHE_HOME": str(cache), "XDG_STATE_HOME": str(self.folder / "state")}

    def fresh(self):
        self.counter += 1
        return self.folder / f"fresh-{self.counter}"

    def case(self, name, size, run, reads=True):
        if self.arguments.only and self.arguments.only not in name:
            return
        measured = [run() for _ in range(self.arguments.rounds + 1)][1:]
        walls = [m.wall for m in measured]
        cpus = [m.cpu for m in measured]
        gib = size / GIB if size else 0
        self.rows.append((name, min(walls), statistics.median(walls), min(cpus) / gib if gib else min(cpus), statistics.median(cpus) / gib if gib else
                          statistics.median(cpus), statistics.median(m.read for m in measured) / size if size and reads else None,
                          statistics.median(m.written for m in measured) / (1 << 20), max(m.peak for m in measured)))
        print(self.format(self.rows[-1]), flush=True)

    @staticmethod
    def format(row):
        name, best, median, cpu_best, cpu_median, read, written, peak = row
        read = "-" if read is None else f"{read:.2f}"
        return f"{name:56} {best:8.2f} {median:8.2f} {cpu_best:8.2f} {cpu_median:8.2f} {read:>8} {written:9.1f} {peak:8.1f}"

    def run(self):
        print(f"{'':56} {'wall s':>17} {'CPU s/GiB':>17} {'read x':>8} {'MiB wr.':>9} {'peak MiB':>8}")
        print(f"{'':56} {'best':>8} {'median':>8} {'best':>8} {'median':>8}")
        many = self.folder / "many"
        if not self.arguments.only or "scan" in self.arguments.only:
            make_many(many, 100_000)
            self.case("scan 100 000 files (CPU s in all)", 0, lambda: run_measured([self.cli, "scan", str(many), "--json"], self.environment(self.fresh())), reads=False)
            shutil.rmtree(many)
        model = self.folder / "model"
        size = make_model(model, self.arguments.size)
        time.sleep(2.5)  # older than the clock's grain, so that digests may be remembered
        known = self.folder / "known"
        with Server([str(Path(self.arguments.bin).resolve() / "bench_sink")]) as sink:
            subprocess.run([self.cli, "push", str(model), f"{sink.host}/warm:v1"], env=self.environment(known), check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)

            def to_sink(push):
                urllib.request.urlopen(f"http://{sink.host}/reset").read()
                return push(sink.host)

            self.pushes(to_sink, "sink", model, size, known)

        def to_new_registry(push):
            folder = self.fresh()
            with docker_registry(folder) as registry:
                result = push(registry.host)
            shutil.rmtree(folder)
            return result

        self.pushes(to_new_registry, "docker-registry", model, size, known)
        with docker_registry(self.fresh()) as registry:
            self.pulls(registry, model, size)

    def pushes(self, with_server, name, model, size, known):
        def ours(cache):
            return with_server(lambda host: run_measured([self.cli, "push", str(model), f"{host}/bench/model:v1"], self.environment(cache or self.fresh())))

        def oras():
            files = sorted(path.name for path in model.iterdir())
            return with_server(lambda host: run_measured([self.tools["oras"], "push", "--plain-http", f"{host}/bench/model:v1", *files], folder=model))

        def skopeo():
            layout = self.layout(model)
            return with_server(lambda host: run_measured([self.tools["skopeo"], "copy", "--insecure-policy", "--dest-tls-verify=false", f"oci:{layout}:v1",
                                                          f"docker://{host}/bench/model:v1"]))

        self.case(f"push to {name}: modelcrate, digests unknown", size, lambda: ours(None))
        self.case(f"push to {name}: modelcrate, digests known", size, lambda: ours(known))
        if "oras" in self.tools:
            self.case(f"push to {name}: oras", size, oras)
        if "skopeo" in self.tools and name != "sink":
            self.case(f"push to {name}: skopeo copy from a layout", size, skopeo)

    def layout(self, model):
        """skopeo pushes from a layout only; making one is not measured."""
        path = self.folder / "layout"
        if not path.exists():
            subprocess.run([self.cli, "build", str(model), f"oci:{path}:v1"], env=self.environment(self.folder / "known"), check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return path

    def pulls(self, registry, model, size):
        reference = f"{registry.host}/pull:v1"
        subprocess.run([self.cli, "push", str(model), reference], env=self.environment(self.folder / "known"), check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

        def into(command):
            target = self.fresh()
            result = run_measured([str(target) if part == "TARGET" else part for part in command])
            shutil.rmtree(target)
            return result

        self.case("pull from docker-registry: modelcrate", size, lambda: into([self.cli, "pull", reference, "TARGET"]), reads=False)
        if "oras" in self.tools:
            self.case("pull from docker-registry: oras", size, lambda: into([self.tools["oras"], "pull", "--plain-http", reference, "-o", "TARGET"]), reads=False)
        if "skopeo" in self.tools:
            target = self.folder / "skopeo-pull"

            def skopeo():
                result = run_measured([self.tools["skopeo"], "copy", "--insecure-policy", "--src-tls-verify=false", f"docker://{reference}", f"oci:{target}:v1"])
                shutil.rmtree(target)
                return result

            self.case("pull from docker-registry: skopeo to a layout", size, skopeo, reads=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True)
    parser.add_argument("--size", type=int, default=4096, help="MiB of the model")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", action="append", default=[], choices=["oras", "skopeo"])
    parser.add_argument("--only", default="", help="only cases whose name holds this")
    parser.add_argument("--folder", default=None, help="where the files go; wants five times the size")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="modelcrate-bench-", dir=arguments.folder) as folder:
        Bench(arguments, Path(folder)).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
