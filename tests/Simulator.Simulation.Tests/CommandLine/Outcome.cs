namespace Simulator.Simulation.Tests.CommandLine;

/// <summary>What a finished program left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>The value behind <c>name: </c> on a line of its own, as scripts read it.</summary>
    public string Line(string name) =>
        Output.Split('\n').Single(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..].Trim();
}
