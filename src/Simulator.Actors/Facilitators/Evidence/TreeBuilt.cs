using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>The tree over a batch is built, or cannot be.</summary>
/// <param name="Step">The desk's own number of this step.</param>
/// <param name="Root">Root of the tree; null when a row is malformed.</param>
/// <param name="Refusal">What is wrong with the row; otherwise null.</param>
internal sealed record TreeBuilt(ulong Step, Hash32? Root, string? Refusal) : Message, IMessage<TreeBuilt>
{
    public static ushort Number => 315;

    public override ushort TypeNumber => Number;

    public static TreeBuilt Read(ref MessageReader reader) => new(
        reader.UInt64(), reader.Boolean() ? reader.Hash() : null, reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Step);
        writer.Boolean(Root is not null);
        if (Root is { } root)
        {
            writer.Hash(root);
        }

        writer.OptionalText(Refusal);
    }
}
