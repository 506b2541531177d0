using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Platforms.Http;

/// <summary>An answer without proof, or a refusal.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON output; empty when refused.</param>
/// <param name="Error">Name of the refusal; null with 200.</param>
/// <param name="Price">What the account is charged. The user's client does not show it.</param>
public sealed record CompletionReply(int Attempt, ushort Status, byte[] Body, string? Error, OpgAmount Price)
    : Message, IMessage<CompletionReply>
{
    public static ushort Number => 434;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Body.Length + (Error?.Length ?? 0));

    public static CompletionReply Read(ref MessageReader reader) => new(
        reader.RequestNumber(), reader.UInt16(), reader.Bytes(), reader.OptionalText(), reader.Amount());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.UInt16(Status);
        writer.Bytes(Body);
        writer.OptionalText(Error);
        writer.Amount(Price);
    }
}
