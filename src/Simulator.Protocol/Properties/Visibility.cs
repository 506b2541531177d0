using System.Runtime.CompilerServices;

// Tests hold the two curve back ends against each other.
[assembly: InternalsVisibleTo("Simulator.Protocol.Tests")]
