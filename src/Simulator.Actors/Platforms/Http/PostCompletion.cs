using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Platforms.Http;

/// <summary>POST /v1/inference with an API key.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Key">Authorization header.</param>
/// <param name="Body">JSON request bytes.</param>
public sealed record PostCompletion(int Attempt, string Key, byte[] Body) : Message, IMessage<PostCompletion>
{
    public static ushort Number => 433;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(Body.Length, Key);

    public static PostCompletion Read(ref MessageReader reader) =>
        new(reader.RequestNumber(), reader.Text(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.Text(Key);
        writer.Bytes(Body);
    }
}
