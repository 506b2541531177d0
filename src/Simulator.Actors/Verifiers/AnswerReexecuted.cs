using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Verifiers;

/// <summary>A question was executed once more.</summary>
/// <param name="Case">The executing party's number of it.</param>
/// <param name="Output">The output string; null when the question cannot be answered.</param>
internal sealed record AnswerReexecuted(ulong Case, string? Output) : Message, IMessage<AnswerReexecuted>
{
    public static ushort Number => 377;

    public override ushort TypeNumber => Number;

    public static AnswerReexecuted Read(ref MessageReader reader) => new(reader.UInt64(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Case);
        writer.OptionalText(Output);
    }
}
