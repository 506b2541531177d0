namespace Simulator.Actors.Wire;

/// <summary>Numbers for the calls and steps of one actor, so that an answer finds whoever waits for it.</summary>
internal sealed class CallNumbers
{
    /// <summary>The number given out last; 0 before the first.</summary>
    public ulong Last { get; private set; }

    public ulong Next() => ++Last;
}
