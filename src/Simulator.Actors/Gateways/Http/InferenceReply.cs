using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Http;

/// <summary>200: the signed answer.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Body">JSON response bytes.</param>
/// <param name="Session">X-Upto-Session header, or null.</param>
/// <param name="Cost">X-Inference-Cost-OPG header: the price in OPG.</param>
public sealed record InferenceReply(
    int Attempt,
    byte[] Body,
    string? Session,
    OpgAmount Cost) : Message, IMessage<InferenceReply>
{
    public static ushort Number => 102;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Body.Length + 48, Session);

    public static InferenceReply Read(ref MessageReader reader) => new(
        reader.RequestNumber(),
        reader.Bytes(),
        reader.OptionalText(),
        reader.Amount());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.Bytes(Body);
        writer.OptionalText(Session);
        writer.Amount(Cost);
    }
}
