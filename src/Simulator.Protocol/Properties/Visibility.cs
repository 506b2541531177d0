using System.Runtime.CompilerServices;

// Tests hold the two curve back ends against each other.
[assembly: InternalsVisibleTo("Simulator.Protocol.Tests")]

// Fuzzing reaches every parser, also those behind a public one; benchmarks reach the bare operations.
[assembly: InternalsVisibleTo("Simulator.Benchmarks")]
