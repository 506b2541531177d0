namespace Simulator.Cli;

/// <summary>What the process says to its caller. Numbers are never reused.</summary>
internal static class ExitCode
{
    /// <summary>All verdicts hold.</summary>
    public const int Success = 0;

    /// <summary>The scenario, a flag or a file given by the user is not right; nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>A bug of the program: an invariant broke.</summary>
    public const int Bug = 70;

    /// <summary>Reading or writing files failed.</summary>
    public const int InputOutput = 74;

    /// <summary>No verdict fails, but one is inconclusive.</summary>
    public const int Inconclusive = 98;

    /// <summary>A verdict fails.</summary>
    public const int VerdictFailed = 99;

    /// <summary>Interrupted by the user; the bundle holds what had happened until then.</summary>
    public const int Interrupted = 130;
}
