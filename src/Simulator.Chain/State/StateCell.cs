namespace Simulator.Chain.State;

/// <summary>A single state variable.</summary>
public sealed class StateCell<TValue>
{
    private readonly StateTable<byte, TValue> table;

    internal StateCell(StateTable<byte, TValue> table) => this.table = table;

    public TValue? Value
    {
        get => table[0];
        set => table[0] = value;
    }
}
