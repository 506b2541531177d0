namespace Simulator.Protocol.Ethereum;

/// <summary>Multicall3: several calls against one state, answered together with that state's height.</summary>
/// <remarks>Deployed at the same address on every chain that has it, the network's own among them.</remarks>
public sealed record AggregateCall(
    Address Target, IReadOnlyList<(Address Contract, byte[] Data)> Calls) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("aggregate((address,bytes)[])");

    public override Selector Selector => Function;

    /// <summary>The data an aggregate returns.</summary>
    public static byte[] EncodeAnswer(ulong blockNumber, IReadOnlyList<byte[]> answers) =>
        new AbiWriter().Number(blockNumber).ListOfBytes(answers).ToArray();

    /// <summary>Reads what an aggregate returned: the height and one answer for each call; null for anything else.</summary>
    public static (ulong BlockNumber, IReadOnlyList<byte[]> Answers)? TryReadAnswer(ReadOnlySpan<byte> data)
    {
        AbiReader top = new(data);
        ulong blockNumber = (ulong)top.Number(64).Low;
        AbiReader list = top.List(1, out int count);
        byte[][] answers = new byte[count][];
        for (int i = 0; i < count; i++)
        {
            answers[i] = list.Bytes();
        }

        return top.IsValid && list.IsValid ? (blockNumber, answers) : null;
    }

    internal static AggregateCall? Read(Address target, ref AbiReader arguments)
    {
        AbiReader list = arguments.List(1, out int count);
        List<(Address, byte[])> calls = new(count);
        for (int i = 0; i < count; i++)
        {
            AbiReader tuple = list.Dynamic();
            calls.Add((tuple.Address(), tuple.Bytes()));
            if (!tuple.IsValid)
            {
                return null;
            }
        }

        return list.IsValid ? new(target, calls) : null;
    }

    protected override void WriteArguments(AbiWriter writer) => writer.ListOfDynamic(
        [.. Calls.Select(call => new AbiWriter().Address(call.Contract).Bytes(call.Data))]);
}
