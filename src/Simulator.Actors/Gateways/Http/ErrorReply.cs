using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Http;

/// <summary>Any other status: the request failed and is not charged.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Error">Value of the JSON body's error member.</param>
public sealed record ErrorReply(int Attempt, ushort Status, string Error) : Message, IMessage<ErrorReply>
{
    public static ushort Number => 103;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Error.Length);

    public static ErrorReply Read(ref MessageReader reader) => new(reader.RequestNumber(), reader.UInt16(), reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.UInt16(Status);
        writer.Text(Error);
    }
}
