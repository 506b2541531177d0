using System.Text.Json;

namespace Simulator.Protocol.Responses;

/// <summary>Whether Python takes a JSON value for true: everything but null, false, zero and the empty ones.</summary>
internal static class Truth
{
    public static bool Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.True => true,
        JsonValueKind.String => element.GetString()!.Length > 0,
        JsonValueKind.Array => element.GetArrayLength() > 0,
        JsonValueKind.Object => element.EnumerateObject().Any(),
        JsonValueKind.Number => element.GetDouble() != 0,
    };
}
