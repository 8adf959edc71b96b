// The pre-receive, post-receive and proc-receive hook of every repository: asks the forge, and repeats its answer.
import { request } from 'node:http';
import { basename } from 'node:path';

const { LOCAL_FORGE_HOOK_URL: url = '', GIT_PUSH_OPTION_COUNT: count = '0' } = process.env;
const name = basename(process.argv[2] ?? '');
const environment = Object.fromEntries(
  ['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_QUARANTINE_PATH']
    .filter((key) => process.env[key] !== undefined)
    .map((key) => [key, process.env[key]]),
);

function ask(question) {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk) => {
        text += chunk;
      });
      incoming.on('end', () => {
        if (incoming.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`The forge answered its hook with ${incoming.statusCode}.`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify({ name, environment, ...question }));
  });
}

function updateOf(line) {
  const [before, after, ...ref] = line.trim().split(' ');
  return { before, after, ref: ref.join(' ') };
}

async function* packets() {
  let bytes = Buffer.alloc(0);
  for await (const chunk of process.stdin) {
    bytes = Buffer.concat([bytes, chunk]);
    while (bytes.length >= 4) {
      const length = Number.parseInt(bytes.subarray(0, 4).toString(), 16);
      if (length < 4) {
        yield undefined;
        bytes = bytes.subarray(4);
        continue;
      }
      if (bytes.length < length) break;
      yield bytes.subarray(4, length).toString();
      bytes = bytes.subarray(length);
    }
  }
}

function packet(text) {
  return `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, '0')}${text}`;
}

async function untilFlush(lines) {
  const found = [];
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true || value === undefined) return found;
    found.push(value);
  }
}

async function receive() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString().split('\n');
  const options = Array.from({ length: Number(count) }, (_, index) => process.env[`GIT_PUSH_OPTION_${index}`] ?? '');
  const answer = await ask({ updates: lines.filter((line) => line !== '').map(updateOf), options });
  for (const line of answer.lines) process.stderr.write(`${line}\n`);
  process.exitCode = answer.isRefused ? 1 : 0;
}

async function proceed() {
  const lines = packets();
  const [greeting = ''] = await untilFlush(lines);
  const hasOptions = greeting.includes('push-options');
  process.stdout.write(`${packet(hasOptions ? 'version=1\0push-options' : 'version=1')}0000`);
  const updates = (await untilFlush(lines)).map(updateOf);
  const options = hasOptions ? (await untilFlush(lines)).map((line) => line.replace(/\n$/, '')) : [];
  const answer = await ask({ updates, options });
  for (const line of answer.lines) process.stderr.write(`${line}\n`);
  process.stdout.write(`${answer.report.map(packet).join('')}0000`);
  process.exit(0);
}

await (name === 'proc-receive' ? proceed() : receive());
