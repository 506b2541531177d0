namespace Simulator.Kernel;

/// <summary>What a restarted host's actors remember. Zero is deliberately not a choice.</summary>
public enum RestartState
{
    Unset = 0,

    /// <summary>The same objects go on: state was on durable storage.</summary>
    Kept,

    /// <summary>Fresh actors are created: state was in memory.</summary>
    Lost,
}
