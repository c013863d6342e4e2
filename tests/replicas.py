"""Open pages of a project without a browser (`replicas.ts`): the product's own document, edits, sync and socket, in one Node process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BUNDLE = """
const [entry, out] = process.argv.slice(1)
const { build } = await import('vite')
await build({
  configFile: false, logLevel: 'warn', ssr: { noExternal: true },
  resolve: { alias: { 'socket.io-client': process.cwd() + '/node_modules/socket.io-client' } },
  build: { ssr: entry, outDir: out, emptyOutDir: true, target: 'node20', rolldownOptions: { output: { entryFileNames: 'replicas.mjs' } } },
})
"""


class Replicas:
    def __init__(self, folder: Path) -> None:
        environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        command = ["node", "--input-type=module", "-e", BUNDLE, str(ROOT / "tests" / "replicas.ts"), str(folder)]
        subprocess.run(command, cwd=ROOT / "frontend", env=environment, check=True)
        self._node = subprocess.Popen(
            ["node", str(folder / "replicas.mjs")],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, do: str, page: int = 0, **rest: Any) -> Any:
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps({"do": do, "page": page, **rest}) + "\n")
        self._node.stdin.flush()
        line = self._node.stdout.readline()
        assert line, "the replicas ended"
        return json.loads(line)

    def close(self) -> None:
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.close()
        self._node.wait(10)
        self._node.stdout.close()
