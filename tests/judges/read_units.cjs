// Print the units of a file as JSON, as npm's xliff or tmexchange reads them: node read_units.cjs READER FILE..
// Run with NODE_PATH on the packages. One line a file: a list of pairs of source and target.
'use strict'
const { readFileSync } = require('node:fs')

function * units (resources) {
  for (const entry of Object.values(resources)) {
    if (entry.groupUnits) yield * units(entry.groupUnits)
    else yield [entry.source, entry.target]
  }
}

const readers = {
  tmx: async (xml) => {
    const read = await require('tmexchange').tmx2js(xml)
    return Object.values(read.resources).map((texts) => Object.values(texts))
  },
  xliff: async (xml) => {
    const read = await require('xliff').xliff12ToJs(xml)
    return Object.values(read.resources).flatMap((file) => [...units(file)])
  },
  xliff2: async (xml) => {
    const read = await require('xliff').xliff2js(xml)
    return Object.values(read.resources).flatMap((file) => [...units(file)])
  }
}

const main = async () => {
  const [reader, ...files] = process.argv.slice(2)
  for (const file of files) {
    const found = await readers[reader](readFileSync(file, 'utf8'))
    process.stdout.write(JSON.stringify(found) + '\n')
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
})
