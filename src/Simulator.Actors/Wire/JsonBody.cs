using System.Text;

namespace Simulator.Actors.Wire;

/// <summary>JSON text as the bytes of an HTTP body.</summary>
internal static class JsonBody
{
    public static byte[] Of(string json) => Encoding.UTF8.GetBytes(json);
}
