namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>Numbers for the calls and steps of one desk, so that an answer finds whoever waits for it.</summary>
internal sealed class CallNumbers
{
    private ulong last;

    public ulong Next() => ++last;
}
