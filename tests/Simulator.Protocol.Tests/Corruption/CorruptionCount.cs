namespace Simulator.Protocol.Tests.Corruption;

/// <summary>The fates of all corruptions of one message, counted.</summary>
internal sealed class CorruptionCount
{
    /// <summary>What a byte can take instead of its own value.</summary>
    public const int OtherValues = byte.MaxValue;

    private readonly SortedDictionary<string, int> refusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> fields = new(StringComparer.Ordinal);

    public int SameMeaning { get; private set; }

    public IReadOnlyDictionary<string, int> Refusals => refusals;

    public IReadOnlyDictionary<string, int> Fields => fields;

    /// <summary>Corrupts every position on all cores; the sum does not depend on their order.</summary>
    public static CorruptionCount Of(MessageType message)
    {
        CorruptionCount total = new();
        Parallel.ForEach(
            message.Positions,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new CorruptionCount(),
            (position, _, count) => count.Position(message, position),
            count => total.Add(count));
        return total;
    }

    private CorruptionCount Position(MessageType message, int position)
    {
        for (int difference = 1; difference <= OtherValues; difference++)
        {
            byte[] corrupted = [.. message.Sample];
            corrupted[position] ^= (byte)difference;
            Add(message.Judge(corrupted));
        }

        return this;
    }

    private void Add(Fate fate)
    {
        Assert.NotEqual(FateKind.Unset, fate.Kind);
        if (fate.Kind == FateKind.SameMeaning)
        {
            SameMeaning++;
            return;
        }

        SortedDictionary<string, int> names = fate.Kind == FateKind.Refused ? refusals : fields;
        names[fate.Name] = names.GetValueOrDefault(fate.Name) + 1;
    }

    private void Add(CorruptionCount other)
    {
        lock (refusals)
        {
            SameMeaning += other.SameMeaning;
            Add(refusals, other.refusals);
            Add(fields, other.fields);
        }
    }

    private static void Add(SortedDictionary<string, int> sums, SortedDictionary<string, int> summands)
    {
        foreach ((string name, int count) in summands)
        {
            sums[name] = sums.GetValueOrDefault(name) + count;
        }
    }
}
