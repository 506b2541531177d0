using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Platforms;

/// <summary>A server of the platform is done with a request.</summary>
/// <param name="Ticket">Number the platform gave it.</param>
/// <param name="Output">JSON output; empty when the request could not be answered.</param>
/// <param name="ModelBlob">Blob id that ran; empty when none did.</param>
/// <param name="InputHash">keccak of the request bytes.</param>
/// <param name="Error">Why it could not be answered; null when it was.</param>
internal sealed record CompletionComputed(ulong Ticket, string Output, string ModelBlob, Hash32 InputHash, string? Error)
    : Message, IMessage<CompletionComputed>
{
    public static ushort Number => 435;

    public override ushort TypeNumber => Number;

    public static CompletionComputed Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Text(), reader.Text(), reader.Hash(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Text(Output);
        writer.Text(ModelBlob);
        writer.Hash(InputHash);
        writer.OptionalText(Error);
    }
}
