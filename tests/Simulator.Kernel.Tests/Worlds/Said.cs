namespace Simulator.Kernel.Tests;

internal sealed record Said(string What) : Observation;
