namespace Simulator.Reporting;

/// <summary>How a run came to its end.</summary>
public enum RunCompletion
{
    Unset = 0,

    /// <summary>It reached the duration the scenario asks for.</summary>
    Finished,

    /// <summary>Someone stopped it; the bundle holds what had happened until then.</summary>
    Interrupted,

    /// <summary>Nothing was left to do before the duration was over.</summary>
    Quiescent,
}
