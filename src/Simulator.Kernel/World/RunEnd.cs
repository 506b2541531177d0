namespace Simulator.Kernel;

/// <summary>Why a run stopped. Zero is deliberately not an end.</summary>
public enum RunEnd
{
    Unset = 0,

    /// <summary>The asked-for time was reached.</summary>
    Finished,

    /// <summary>The caller cancelled; everything up to the end time was handled.</summary>
    Interrupted,

    /// <summary>No event is left.</summary>
    Quiescent,
}
