using Simulator.Chain.Consensus;
using Simulator.Kernel;

namespace Simulator.Actors.FullNodes;

/// <summary>A node that does not move says where it stands and what it has; peers send what it misses.</summary>
/// <param name="Node">Place of the asker among the full nodes.</param>
/// <param name="Status">Where it stands.</param>
internal sealed record AskMissing(int Node, ConsensusStatus Status) : Message, IMessage<AskMissing>
{
    private const int MaxWords = 1_024;

    public static ushort Number => 206;

    public override ushort TypeNumber => Number;

    public static AskMissing Read(ref MessageReader reader) => new(
        reader.Small(),
        new ConsensusStatus(reader.Height(), reader.Small(), Words(ref reader), Words(ref reader), reader.Height()));

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Node);
        writer.VarUInt((ulong)Status.Height);
        writer.VarUInt((ulong)Status.Round);
        Words(ref writer, Status.Prevotes);
        Words(ref writer, Status.Precommits);
        writer.VarUInt((ulong)Status.Attempt);
    }

    private static void Words(ref MessageWriter writer, ulong[] words)
    {
        writer.VarUInt((ulong)words.Length);
        foreach (ulong word in words)
        {
            writer.UInt64(word);
        }
    }

    private static ulong[] Words(ref MessageReader reader)
    {
        int count = reader.Count();
        ulong[] words = count <= MaxWords ? new ulong[count] : throw new MessageFormatException("too many validators");
        for (int i = 0; i < count; i++)
        {
            words[i] = reader.UInt64();
        }

        return words;
    }
}
