/** Opens a database in memory with the package named on the command line, in whichever runtime. */
'use strict';

const Database = require(process.argv[2] ?? 'better-sqlite3');
const database = new Database(':memory:');
database.exec('CREATE TABLE probe (word TEXT); INSERT INTO probe VALUES (sqlite_version())');
process.stdout.write(`sqlite ${database.prepare('SELECT word FROM probe').pluck().get()}\n`);
database.close();
