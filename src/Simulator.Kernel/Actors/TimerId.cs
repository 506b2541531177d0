namespace Simulator.Kernel;

/// <summary>A started timer, good for cancelling it. <c>default</c> is no timer.</summary>
public readonly record struct TimerId
{
    internal TimerId(int slot, long sequence)
    {
        SlotPlusOne = slot + 1;
        Sequence = sequence;
    }

    internal int SlotPlusOne { get; }

    internal long Sequence { get; }
}
